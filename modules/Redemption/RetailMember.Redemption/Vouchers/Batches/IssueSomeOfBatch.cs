using System.Globalization;
using System.Text.Json;
using FluentValidation;
using RetailMember.Data;
using RetailMember.Membership;
using RetailMember.Redemption.Data;
using RetailMember.UseCases;

namespace RetailMember.Redemption.Vouchers.Batches;

/// <summary>Issues to the next members of a batch: one transaction's share of <see cref="RunVoucherBatch"/>.</summary>
[Needs(RedemptionPermissions.IssueInBulk)]
internal sealed class IssueSomeOfBatch(
    IRows rows, DataSession session, DefinitionShelf shelf, IMemberFiles files, IVouchers vouchers)
    : UseCase<IssueSomeOfBatch.Input, BatchView>
{
    protected override async Task<BatchView> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var batch = (await rows.LockAsync<VoucherBatch, long>(b => b.Id, [input.Batch], cancel))
            .SingleOrDefault(b => b.BrandId == session.Brand)
            ?? throw new Refusal("redemption.batch-not-found", RefusalKind.NotFound, ("batch", input.Batch));
        var definition = (await shelf.OfIdsAsync([batch.DefinitionId], cancel)).Single();
        if (batch.State != VoucherBatchState.Running) return BatchView.Of(batch, definition.Code);
        var audience = JsonSerializer.Deserialize<BatchAudience>(batch.Audience, Json.Stored)!;
        var next = await audience.NextAsync(files, batch.Cursor, input.Limit, cancel);
        if (next.Count > 0 && !definition.CanBeIssuedOn(batch.On))
        {
            // Nobody is counted as refused who never was asked for.
            (batch.State, batch.EndedAt, batch.EndReason) =
                (VoucherBatchState.Stopped, call.At, VoucherRefusals.DefinitionNotActive);
            next = [];
        }

        if (next.Count > 0) await IssueAsync(batch, definition, next, call, cancel);
        if (batch.State == VoucherBatchState.Running && next.Count < input.Limit)
            (batch.State, batch.EndedAt) = (VoucherBatchState.Done, call.At);
        await rows.UpdateAsync([batch], VoucherBatch.Moving, cancel);
        return BatchView.Of(batch, definition.Code);
    }

    private async Task IssueAsync(
        VoucherBatch batch, KnownDefinition definition, IReadOnlyList<MemberSummary> next, CallContext call, CancellationToken cancel)
    {
        var occasion = new VoucherOccasion(call.At, batch.On, batch.StartedBy, batch.StoreId);
        var issues = next.Where(m => m.IsActive)
            .Select(m => new VoucherIssue(KeyOf(batch, m), definition.Code, m.Id, batch.Reason, occasion)).ToList();
        var issued = (await vouchers.IssueAsync(issues, cancel)).Count(o => o is { Voucher: not null, Replayed: false });
        batch.Done += next.Count;
        batch.Issued += issued;
        batch.Refused += next.Count - issued;
        batch.Cursor = next[^1].Id;
    }

    private static string KeyOf(VoucherBatch batch, MemberSummary member) =>
        string.Create(CultureInfo.InvariantCulture, $"batch/{batch.Id}/{member.Id:N}");

    internal sealed record Input(long Batch, int Limit) : IInput<BatchView>;

    internal sealed class Rules : AbstractValidator<Input>
    {
        public Rules() => RuleFor(i => i.Limit).InclusiveBetween(1, 10_000);
    }
}
