import { trendsOf } from '../../inbox/trends/trends.ts';
import type { TrendsJob } from './trends-in-worker.ts';

/** Works out one page of trends and answers with it. It keeps nothing between two. */
addEventListener('message', ({ data }: MessageEvent<TrendsJob>) => {
  postMessage(trendsOf(data.table, data.question));
});
