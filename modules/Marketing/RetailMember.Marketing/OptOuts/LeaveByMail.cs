using RetailMember.Marketing.Data;
using RetailMember.Marketing.HandOver;
using RetailMember.UseCases;

namespace RetailMember.Marketing.OptOuts;

/// <summary>
/// Who was written to by mail wants no more commercial e-mails, of any brand of the chain, until he consents again. The token in
/// his message speaks for him; said twice, it holds once.
/// </summary>
[Everybody]
internal sealed class LeaveByMail(MailWayOut wayOut, RecipientBook recipients) : UseCase<LeaveByMail.Input, LeaveByMail.Result>
{
    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var recipient = wayOut.RecipientOf(input.Token) ?? throw ReadMailWayOut.Unknown();
        await recipients.OptOutAsync([recipient], OptOutWay.Mail, call.At, cancel);
        return new Result(call.At);
    }

    /// <param name="Token">Of the message.</param>
    internal sealed record Input([property: Personal] string Token) : IInput<Result>;

    /// <param name="At">UTC.</param>
    internal sealed record Result(DateTime At);
}
