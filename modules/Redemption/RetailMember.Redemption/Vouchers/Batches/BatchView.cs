using RetailMember.Redemption.Data;

namespace RetailMember.Redemption.Vouchers.Batches;

/// <summary>A batch and how far it came.</summary>
/// <param name="Total">Members when it began.</param>
/// <param name="Done">Members so far.</param>
/// <param name="EndReason">Code of why it ended before its end; absent where somebody stopped it.</param>
/// <param name="Refused">Those who had as many as they may, or left meanwhile.</param>
internal sealed record BatchView(
    long Batch,
    string Definition,
    VoucherBatchState State,
    long Total,
    long Done,
    long Issued,
    long Refused,
    string Reason,
    string StartedBy,
    DateTime StartedAt,
    DateTime? EndedAt,
    string? EndReason)
{
    public static BatchView Of(VoucherBatch b, string definition) => new(
        b.Id, definition, b.State, b.Total, b.Done, b.Issued, b.Refused, b.Reason, b.StartedBy, b.StartedAt, b.EndedAt,
        b.EndReason);
}
