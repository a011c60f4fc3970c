-- Which sagas wait for an answer for long is asked every few seconds.
CREATE INDEX IF NOT EXISTS saga_waiting ON messaging.saga (updated_at) WHERE phase = 'RUNNING' AND due_at IS NOT NULL;
