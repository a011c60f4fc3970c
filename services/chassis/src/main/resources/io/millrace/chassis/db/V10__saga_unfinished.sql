-- How many sagas are not over is asked every few seconds.
CREATE INDEX saga_unfinished ON messaging.saga (phase) WHERE phase IN ('RUNNING', 'COMPENSATING');
