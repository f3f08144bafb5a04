// The rules that every page is validated by: html-validate's recommended ones and
// those on accessibility. What differs from them says why.

import { defineConfig } from 'html-validate'

export default defineConfig({
  root: true,
  extends: ['html-validate:recommended', 'html-validate:a11y'],
  rules: {
    // The menu stands in a page twice, for wide and for narrow windows, and the
    // style shows one of them. axe-core checks the landmarks that are shown.
    'unique-landmark': 'off',
    // The style keeps the numbers of this class in one line.
    'tel-non-breaking': ['error', { ignoreClasses: ['call', 'tel'] }],
    // A list may be named: ARIA allows it wherever a role can have a name.
    'aria-label-misuse': ['error', { allowAnyNamable: true }],
    // Headings of written pages become ids, whatever they begin with; HTML allows it.
    'valid-id': ['error', { relaxed: true }],
    // The boxes of one filter share a name, so that each adds a value to it.
    'form-dup-name': ['error', { shared: ['radio', 'button', 'reset', 'submit', 'checkbox'] }],
    // The suggestions of the search are a listbox below a combobox, which the script
    // makes of the field: a select has no field to type in.
    'prefer-native-element': ['error', { exclude: ['listbox'] }],
    // Titles hold the official names of services and institutions, which are long.
    'long-title': 'off'
  }
})
