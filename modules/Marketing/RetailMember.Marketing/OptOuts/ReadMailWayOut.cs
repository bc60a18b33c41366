using RetailMember.UseCases;

namespace RetailMember.Marketing.OptOuts;

/// <summary>Whether a token is one of an e-mail's: changes nothing, for what opens links looks at them before people do.</summary>
[Everybody]
internal sealed class ReadMailWayOut(MailWayOut wayOut) : Query<ReadMailWayOut.Input, ReadMailWayOut.Result>
{
    protected override Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel) =>
        wayOut.RecipientOf(input.Token) is null ? throw Unknown() : Task.FromResult(new Result(input.Token));

    public static Refusal Unknown() => new("marketing.way-out-unknown", RefusalKind.NotFound);

    /// <param name="Token">Of the message.</param>
    internal sealed record Input([property: Personal] string Token) : IInput<Result>;

    /// <param name="Token">As it was asked for.</param>
    internal sealed record Result([property: Personal] string Token);
}
