using FluentValidation;
using RetailMember.Marketing.Gateways.Aliyun;
using RetailMember.Marketing.HandOver;
using RetailMember.UseCases;

namespace RetailMember.Marketing.Receipts;

/// <summary>What the provider tells by itself of messages of the chain. It knows the key of the address.</summary>
[Everybody]
internal sealed class RecordReceipts(ReceiptBook receipts, RecipientBook recipients, ReceiptsKey key)
    : UseCase<RecordReceipts.Input, RecordReceipts.Result>
{
    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        key.Check(input.Key);
        return new Result(await receipts.RecordAsync([.. input.DeliveryReceipts.Select(ToldBy)], call.At, cancel));
    }

    private ToldReceipt ToldBy(Receipt receipt) => new(
        receipt.RequestId, recipients.IdOf(receipt.Mobile),
        receipt.Success
            ? new GatewayRecord(true, receipt.At)
            : new GatewayRecord(false, receipt.At, AliyunReasons.OfReceipt(receipt.Code), receipt.Code));

    internal sealed record Input : IInput<Result>
    {
        [Personal]
        public required string Key { get; init; }

        [Personal]
        public IReadOnlyList<Receipt> DeliveryReceipts { get; init; } = [];
    }

    /// <param name="Code">The provider's word for what went wrong.</param>
    internal sealed record Receipt(string RequestId, string Mobile, bool Success, string Code, DateTime? At);

    /// <param name="Moved">Messages that were still open.</param>
    internal sealed record Result(int Moved);

    internal sealed class Rules : AbstractValidator<Input>
    {
        public Rules() => RuleFor(i => i.DeliveryReceipts.Count).LessThanOrEqualTo(1000);
    }
}
