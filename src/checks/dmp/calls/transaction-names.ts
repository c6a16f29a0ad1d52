/** Names of the transactions, as people of the field call them. */
export const CALLED = {
  existence: 'TD0.2',
  authorization: 'TD0.3',
  'patient-list': 'TD0.4',
  search: 'TD3.1',
  'reference-search': 'TD3.1b',
  retrieval: 'TD3.2',
  publication: 'TD2.1',
  deletion: 'TD3.3c',
  update: 'TD3.3',
} as const;
