return await RetailMember.Host.CommandLine.HostCommandLine.RunAsync(args);
