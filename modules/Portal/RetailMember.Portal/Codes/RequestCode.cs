using FluentValidation;
using RetailMember.Data;
using RetailMember.Messages;
using RetailMember.People;
using RetailMember.Texts;
using RetailMember.UseCases;

namespace RetailMember.Portal.Codes;

/// <summary>
/// Sends a one-time code to a mobile. The answer is the same whether the number is a member's or not: the code goes there
/// in either case, and what follows depends on having it. It is sent once it is written down, outside of any transaction.
/// </summary>
[Everybody]
internal sealed class RequestCode(CodeDesk desk, DataSession session, IMessageSender sender, ITexts texts)
    : Process<RequestCode.Input, RequestCode.Result>
{
    private const string Text = "portal.message.code";

    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var brand = call.RequiredBrand;
        if (!sender.IsReady(brand)) throw new Refusal("messages.no-gateway", RefusalKind.Conflict);
        if (input.Purpose == CodePurpose.ChangeMobile && call.Caller.Kind != CallerKind.Member)
            throw new Refusal("sign-in.needed", RefusalKind.SignInNeeded);
        var mobile = desk.MobileOf(input.Mobile);
        await session.BeginAsync(cancel);
        var code = await desk.IssueAsync(mobile, input.Purpose, call, cancel);
        await session.SaveAsync(cancel);
        await session.CommitAsync(cancel);
        var sent = await sender.SendAsync(
            new OutgoingMessage(
                brand, mobile, "portal." + input.Purpose.ToString().ToLowerInvariant(), Text,
                [("brand", brand.Name), ("code", code), ("minutes", (int)CodeDesk.Life.TotalMinutes)], texts.Language),
            cancel);
        return sent.Accepted
            ? new Result(call.At + CodeDesk.Life)
            : throw new Refusal("portal.message-not-taken", RefusalKind.Conflict);
    }

    internal sealed record Input([property: Personal] string Mobile, CodePurpose Purpose) : IInput<Result>;

    /// <param name="ValidUntil">UTC.</param>
    internal sealed record Result(DateTime ValidUntil);

    internal sealed class Rules : AbstractValidator<Input>
    {
        public Rules()
        {
            RuleFor(i => i.Mobile).NotEmpty().MaximumLength(32);
            RuleFor(i => i.Purpose).IsInEnum();
        }
    }
}
