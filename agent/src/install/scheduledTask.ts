/** What a task of Windows' scheduler is made of. */
export interface TaskOptions {
  readonly file: string;
  readonly args: readonly string[];
  /** `DOMAIN\name` of the account. */
  readonly user: string;
}

/** The task that starts an agent when its account signs in, and again a minute after it failed. */
export function scheduledTask({ file, args, user }: TaskOptions): string {
  return `<?xml version="1.0" encoding="UTF-16"?>
<Task version="1.2" xmlns="http://schemas.microsoft.com/windows/2004/02/mit/task">
  <RegistrationInfo>
    <Description>Pictor Worker: puts this machine to work. Written by pictor-worker install.</Description>
  </RegistrationInfo>
  <Triggers>
    <LogonTrigger>
      <Enabled>true</Enabled>
      <UserId>${escape(user)}</UserId>
    </LogonTrigger>
  </Triggers>
  <Principals>
    <Principal id="Author">
      <UserId>${escape(user)}</UserId>
      <LogonType>InteractiveToken</LogonType>
      <RunLevel>LeastPrivilege</RunLevel>
    </Principal>
  </Principals>
  <Settings>
    <MultipleInstancesPolicy>IgnoreNew</MultipleInstancesPolicy>
    <DisallowStartIfOnBatteries>false</DisallowStartIfOnBatteries>
    <StopIfGoingOnBatteries>false</StopIfGoingOnBatteries>
    <StartWhenAvailable>true</StartWhenAvailable>
    <ExecutionTimeLimit>PT0S</ExecutionTimeLimit>
    <Priority>7</Priority>
    <RestartOnFailure>
      <Interval>PT1M</Interval>
      <Count>255</Count>
    </RestartOnFailure>
  </Settings>
  <Actions Context="Author">
    <Exec>
      <Command>${escape(file)}</Command>
      <Arguments>${escape(args.map(quote).join(' '))}</Arguments>
    </Exec>
  </Actions>
</Task>
`;
}

/** An argument as Windows programs take command lines apart: quotes hold it together, a backslash before one doubles. */
function quote(arg: string): string {
  return /[\s"]/.test(arg)
    ? `"${arg.replace(/(\\*)("|$)/g, (_, slashes: string, end: string) => slashes + slashes + (end && '\\"'))}"`
    : arg;
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
