// Answers questions about days in a process whose clock a test has set: questions on standard input, answers on standard output.
import { text } from 'node:stream/consumers';
import { systemClock } from '@permanence/platform/host';
import { type Question, answersTo } from './answers.js';

const questions = JSON.parse(await text(process.stdin)) as Question[];
process.stdout.write(JSON.stringify({ now: systemClock.now(), today: systemClock.today(), answers: questions.map(answersTo) }));
