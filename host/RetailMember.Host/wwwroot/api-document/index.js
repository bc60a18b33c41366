// Signing in here stays in this tab: nothing is stored, and nothing is asked of other servers.
SwaggerUIBundle({
  url: '/openapi/v1.json',
  dom_id: '#api',
  deepLinking: true,
  validatorUrl: null,
  persistAuthorization: false,
  docExpansion: 'none',
});
