export const RELATIONS = '/relations';
export const relationHref = (id: string, act: 'confirm' | 'withdraw'): string => `${RELATIONS}/${id}/${act}`;
