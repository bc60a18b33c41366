using RetailMember.Brands;
using RetailMember.Membership.Data;
using RetailMember.Membership.Imports.Files;
using RetailMember.Membership.Programmes;
using RetailMember.Membership.Purchases;
using RetailMember.UseCases;

namespace RetailMember.Membership.Imports.Work;

/// <summary>Looks at receipts before anything is created for them, in a run and in its rehearsal alike.</summary>
internal sealed class ReceiptScreen(
    ProgrammeShelf shelf, MembershipDb db, IBrandDirectory brands, IBrandSetup setup, TimeProvider time)
{
    private static readonly RecordPurchase.Rules Form = new();

    /// <summary>Why some of them cannot be recorded, whoever their members are.</summary>
    public async Task<Dictionary<Entry, RowFault>> FaultsAsync(
        IReadOnlyList<ReceiptEntry> receipts, ImportRun run, CancellationToken cancel)
    {
        var programmes = await OpenBrand.ProgrammesAsync(shelf, db, run.Brand, cancel);
        var faults = new Dictionary<Entry, RowFault>();
        foreach (var receipt in receipts)
            if (FaultOf(receipt.Receipt, run, programmes) is { } fault) faults.Add(receipt.Entry, fault);
        return faults;
    }

    private RowFault? FaultOf(RecordPurchase.Input receipt, ImportRun run, BrandProgrammes programmes)
    {
        if (Form.Validate(receipt) is { IsValid: false } faults)
            return RowFault.Of(Refusal.Invalid([.. faults.Errors.Select(ValidationFaults.Of)]));
        var store = brands.FindStore(run.Brand.Id, receipt.StoreCode!);
        if (store is null && !(run.Enrols && setup.CanBeStore(receipt.StoreCode!)))
            return new RowFault("store.not-found", Columns.StoreCode, ("store", receipt.StoreCode));
        var now = time.GetUtcNow().UtcDateTime;
        return ReceiptConditions.Against(store, receipt.OccurredAt!.Value, now, programmes) is { } refusal
            ? RowFault.Of(refusal)
            : null;
    }
}
