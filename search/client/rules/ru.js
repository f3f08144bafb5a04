// Generated from analysis/rules/ru.json by go test ./search/client -update.
export default {"language":"ru","letters":{"ё":"е"},"open":{},"digraphs":[],"variants":[],"stop":"а без бы в во вот для до его ее же за и из или им их к как ко ли на над не ни но о об от по под при с со так также то у что чтобы это я","stemmer":"russian","suffixes":[],"vowels":"","minimum":0,"short":0,"final":{}}
