using FluentValidation;
using RetailMember.Data;
using RetailMember.Marketing.Data;
using RetailMember.Marketing.Gateways.WeChat;
using RetailMember.Marketing.HandOver;
using RetailMember.Marketing.OptOuts;
using RetailMember.UseCases;

namespace RetailMember.Marketing.Receipts;

/// <summary>Whether a call that wants to see that this address is ours comes from WeChat; it gets its own word back.</summary>
[Everybody]
internal sealed class ProveWeChat(WeChatSignature signature) : Query<ProveWeChat.Input, ProveWeChat.Result>
{
    protected override Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        signature.Check(input.Call, call.At);
        return Task.FromResult(new Result(input.Word));
    }

    internal sealed record Input([property: Personal] SignedCall Call, string Word) : IInput<Result>;

    internal sealed record Result(string Word);

    internal sealed class Rules : AbstractValidator<Input>
    {
        public Rules() => RuleFor(i => i.Word).NotEmpty().MaximumLength(256);
    }
}

/// <summary>
/// What WeChat tells by itself: what became of a message, what a follower wrote, and that he follows no more. Who writes that he
/// wants no more gets no commercial message from then on, until he consents again; who follows no more is not reached there, and
/// that he follows again is no consent. Anything else is none of ours.
/// </summary>
[Everybody]
internal sealed class HearWeChat(
    DataSession session, WeChatSignature signature, RecipientBook recipients, EarlyReceipts early, OptOutBook optOuts)
    : Process<HearWeChat.Input, HearWeChat.Result>
{
    private const string Receipt = "TEMPLATESENDJOBFINISH";
    private const string Unfollowed = "unsubscribe";

    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        signature.Check(input.Call, call.At);
        // Not later than now, whatever its clock says: a consent that is given next counts.
        var at = input.At is { } told && told < call.At ? told : call.At;
        if (input is { Kind: "event", Event: Receipt, MessageId.Length: > 0 }) return await RecordAsync(input, at, call.At, cancel);
        if (input is { Kind: "event", Event: Unfollowed })
            await InTransactionAsync(() => optOuts.EndWeChatAsync(input.OpenId, at, cancel), cancel);
        if (input.Kind == "text" && WayOut.IsAskedBy(input.Text))
            await InTransactionAsync(() => optOuts.LeaveByWeChatAsync(input.OpenId, at, cancel), cancel);
        return new Result(0);
    }

    private async Task<Result> RecordAsync(Input input, DateTime at, DateTime now, CancellationToken cancel)
    {
        var record = WeChatReasons.OfReceipt(input.Status, at);
        var receipt = new EarlyReceipt
        {
            Gateway = WeChatGateway.OwnName, Reference = input.MessageId, RecipientId = recipients.IdOf(input.OpenId),
            HasArrived = record.Delivered == true, Reason = record.Reason, ProviderReason = record.ProviderReason, DoneAt = at,
            ToldAt = now,
        };
        await InTransactionAsync(() => early.KeepAsync(receipt, cancel), cancel);
        var moved = 0;
        await InTransactionAsync(
            async () => moved = await early.SettleAsync(receipt.Gateway, [receipt.Reference], now, cancel), cancel);
        return new Result(moved);
    }

    private async Task InTransactionAsync(Func<Task> work, CancellationToken cancel)
    {
        await session.BeginAsync(cancel);
        await work();
        await session.CommitAsync(cancel);
    }

    internal sealed record Input : IInput<Result>
    {
        [Personal]
        public required SignedCall Call { get; init; }

        /// <summary>Who follows.</summary>
        [Personal]
        public required string OpenId { get; init; }

        /// <summary>UTC.</summary>
        public DateTime? At { get; init; }

        /// <summary>WeChat's word for it, such as <c>event</c> or <c>text</c>.</summary>
        public required string Kind { get; init; }

        public string Event { get; init; } = "";

        /// <summary>WeChat's number for a message of ours.</summary>
        public string MessageId { get; init; } = "";

        public string Status { get; init; } = "";

        /// <summary>What a follower wrote.</summary>
        [Personal]
        public string Text { get; init; } = "";
    }

    /// <param name="Moved">Messages that were still open.</param>
    internal sealed record Result(int Moved);

    internal sealed class Rules : AbstractValidator<Input>
    {
        public Rules()
        {
            RuleFor(i => i.OpenId).NotEmpty().MaximumLength(WeChatLink.OpenIdLength);
            RuleFor(i => i.MessageId).MaximumLength(MarketingDb.CodeLength);
            RuleFor(i => i.Status).MaximumLength(MarketingDb.CodeLength);
        }
    }
}
