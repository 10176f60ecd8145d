import { useCallback, useEffect, useRef, useState } from 'react';
import { useApi } from '@/api/ApiContext';
import type { ModelSettings } from '@/api/chatGateway';
import { useOrg } from '@/api/OrgContext';
import { type AnswerStore, startAnswer } from '../answers/answer';
import { streamOf } from '../answers/streamOf';
import { useChat } from '../ChatContext';

/** One prompt, asked to one model or two. */
export interface Run {
  content: string;
  answers: AnswerStore[];
}

export type Prompt = Omit<ModelSettings, 'model'> & { content: string };

/** The newest run; what another one has asked before is stopped. */
export function useRuns() {
  const api = useApi();
  const { orgId } = useOrg();
  const { session } = useChat();
  const [run, setRun] = useState<Run>();
  const current = useRef<Run>(undefined);
  const stop = useCallback(() => current.current?.answers.forEach((answer) => answer.stop()), []);
  // Nothing of it is kept: nobody waits for it any more.
  useEffect(() => stop, [stop]);

  function ask(prompt: Prompt, model: string): AnswerStore {
    const answer = startAnswer((signal) =>
      streamOf(
        api.gateway.POST('/playground', {
          body: { orgId, model, ...prompt },
          headers: { Accept: 'text/event-stream' },
          parseAs: 'stream',
          signal,
        }),
      ),
    );
    void answer.ended.then(({ message }) => message !== undefined && session.begun(message));
    return answer;
  }

  return {
    run,
    stop,
    start: (prompt: Prompt, models: readonly string[]) => {
      stop();
      current.current = {
        content: prompt.content,
        answers: models.map((model) => ask(prompt, model)),
      };
      setRun(current.current);
    },
  };
}
