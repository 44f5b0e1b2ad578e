// Plain JavaScript on purpose: it must run on the very Node versions that it turns away.
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 22 || (major === 22 && minor < 18)) {
  process.stderr.write(
    `Candor needs Node 22.18 or newer; this is ${process.versions.node}.\n` +
      'On Linux x64 "npm ci" brings a fitting one along as an optional package: run it again without --omit=optional.\n' +
      'On other machines install Node 24 or newer from nodejs.org and try again.\n',
  );
  process.exit(1);
}
