import { describe } from 'vitest';

import { createPassageIndex } from '../../src/answer/passage-index.ts';
import { segmenters } from '../lexicon/segmenters.ts';
import { describePassageIndex } from './passage-index-contract.ts';

describe.each(segmenters())('a passage index by MiniSearch, with $name', (segmenter) => {
  describePassageIndex(createPassageIndex, segmenter);
});
