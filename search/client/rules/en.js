// Generated from analysis/rules/en.json by go test ./search/client -update.
export default {"language":"en","letters":{"ё":"е"},"open":{},"digraphs":[],"variants":[],"stop":"a an and are as at be but by for from if in into is it its no not of on or s such t that the their then there these they this to was will with","stemmer":"english","suffixes":[],"vowels":"","minimum":0,"short":0,"final":{}}
