using Microsoft.Extensions.DependencyInjection;
using RetailMember.Jobs;

namespace RetailMember.Browser.Tests;

/// <summary>Background work that a test holds between two of its steps, until the test has seen how far it is.</summary>
internal sealed class HeldProgress(IRunProgress inner) : IRunProgress
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private static readonly ManualResetEventSlim Gate = new(initialState: true);

    public static void Hold() => Gate.Reset();

    public static void Release() => Gate.Set();

    /// <summary>In place of the host's own, which is still told.</summary>
    public static void Replace(IServiceCollection services)
    {
        var known = services.Last(s => s.ServiceType == typeof(IRunProgress)).ImplementationType!;
        services.AddSingleton<IRunProgress>(host =>
            new HeldProgress((IRunProgress)ActivatorUtilities.CreateInstance(host, known)));
    }

    public void Report(long done, long total)
    {
        inner.Report(done, total);
        if (done < total) Gate.Wait(Patience);
    }
}
