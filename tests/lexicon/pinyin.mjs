#!/usr/bin/env node
// Reads lines "kind<TAB>name" and writes the reading of each name in Latin letters, without tones: kind person (the first
// character is a surname) or any other.
import { readFileSync } from 'node:fs'
import { pinyin } from 'pinyin-pro'

const lines = readFileSync(0, 'utf8').split('\n').filter(Boolean)
for (const line of lines) {
  const [kind, name] = line.split('\t')
  const options = { toneType: 'none', type: 'array', mode: kind === 'person' ? 'surname' : 'normal' }
  console.log(pinyin(name, options).join(' '))
}
