import { describe, expect, it } from 'vitest';
import { encodeBody } from '../../../shared/body.ts';
import { decodeSurveyAnswer, encodeSurveyAnswer } from '../../../shared/survey-answer.ts';
import { codeOf } from './code-of.ts';

describe('an answer to the question that is asked on return', () => {
  it.each(['yes', 'no'] as const)('reads back: %s', (answer) => {
    expect(decodeSurveyAnswer(encodeSurveyAnswer('treated-worse', answer))).toEqual({
      v: 1,
      question: 'treated-worse',
      answer,
    });
  });

  it.each<[string, unknown]>([
    ['another version', { v: 2, question: 'treated-worse', answer: 'yes' }],
    ['another question', { v: 1, question: 'who-are-you', answer: 'yes' }],
    ['words', { v: 1, question: 'treated-worse', answer: 'yes, by the ward manager' }],
    ['a word on which concern it was', { v: 1, question: 'treated-worse', answer: 'yes', concern: 'x' }],
    ['nothing', {}],
  ])('with %s could not be read', (_, value) => {
    expect(codeOf(() => decodeSurveyAnswer(encodeBody(value)))).toBe('could-not-read');
  });
});
