import { type Capability, refusalWithout } from '@permanence/platform/identity';
import { ServiceProblem } from '../api/problem.js';
import type { Me } from '../api/locality-hub.js';

/** A form is shown to those who may send it. @throws ServiceProblem as the service would answer: 403 with who can do it. */
export const onlyFor = ({ capabilities }: Pick<Me, 'capabilities'>, capability: Capability): void => {
  if (capabilities[capability] !== undefined) return;
  const { code, sentence, rule } = refusalWithout(capability);
  throw new ServiceProblem('regional-hub', { type: 'about:blank', title: 'Not allowed', status: 403, code, detail: sentence, rule });
};
