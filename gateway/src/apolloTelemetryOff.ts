// To be imported before @apollo/gateway, which reports to its makers unless this is set.
process.env.APOLLO_TELEMETRY_DISABLED = 'true';
