// n8n reads this when it is loaded; its log would only repeat what the results tell
process.env.N8N_LOG_LEVEL = 'silent';
