return await RetailMember.Bench.BenchCommand.RunAsync(args);
