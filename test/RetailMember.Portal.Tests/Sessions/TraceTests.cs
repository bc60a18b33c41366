using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using RetailMember.Data;

namespace RetailMember.Portal.Tests.Sessions;

/// <summary>Neither mobile nor code of a member who logs in stands in any log, though all of the framework is heard.</summary>
[Trait("Req", "OPS-05")]
public sealed class TraceTests(TraceTests.LoudPortal portal) : IClassFixture<TraceTests.LoudPortal>
{
    [Fact]
    public async Task Logging_in_leaves_neither_mobile_nor_code_in_the_log()
    {
        var mobile = PortalHost.Mobile();
        await portal.MemberAsync(mobile);
        var phone = await portal.PhoneAsync(mobile);
        var code = portal.Sent.CodeFor(mobile);
        await phone.OpenAsync("/m/pharmacy/me");
        await portal.TryLogInAsync(mobile, code);

        portal.Heard.ShouldNotBeEmpty();
        portal.Heard.ShouldAllBe(line => !line.Contains(mobile) && !line.Contains(code));
    }

    public sealed class LoudPortal() : PortalHost(DatabaseKind.Sqlite), ILoggerProvider
    {
        private readonly ConcurrentQueue<string> heard = new();

        public IReadOnlyCollection<string> Heard => heard;

        public override IReadOnlyDictionary<string, string?> Configuration => new Dictionary<string, string?>
        {
            ["Logging:LogLevel:Default"] = "Information", ["Logging:LogLevel:Microsoft.AspNetCore"] = "Information",
        };

        protected override void Replace(IServiceCollection services) => services.AddSingleton<ILoggerProvider>(this);

        public ILogger CreateLogger(string categoryName) => new Ear(heard);

        public void Dispose()
        {
        }
    }

    private sealed class Ear(ConcurrentQueue<string> heard) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            heard.Enqueue(formatter(state, exception) + exception);
    }
}
