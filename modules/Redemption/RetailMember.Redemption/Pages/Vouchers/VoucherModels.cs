using RetailMember.Brands;
using RetailMember.Pages.Forms;
using RetailMember.Redemption.Proposals;
using RetailMember.Redemption.Vouchers;
using RetailMember.Redemption.Vouchers.Batches;
using RetailMember.Redemption.Vouchers.Definitions;
using RetailMember.Values;

namespace RetailMember.Redemption.Pages.Vouchers;

/// <summary>All voucher definitions with their funnels.</summary>
internal sealed record DefinitionListModel(
    IReadOnlyList<FindVoucherDefinitions.Row> Rows, bool MayEdit, bool MayIssueInBulk, IReadOnlyList<ProposedItem> Proposed)
{
    public long Issued => Rows.Sum(r => r.Issued);

    public long Used => Rows.Sum(r => r.Used);

    public long Expired => Rows.Sum(r => r.Expired);

    public Money GivenAway => new(Rows.Sum(r => r.GivenAway.Fen));
}

/// <summary>One definition with its funnel and the vouchers issued by it.</summary>
internal sealed record DefinitionModel(
    FindVoucherDefinitions.Row Row,
    PageOf<FindIssuedVouchers.Row> Issued,
    IReadOnlyDictionary<string, string> Stores,
    bool MayEdit,
    bool MayIssue,
    bool MayIssueInBulk);

/// <param name="IsNew">Its code is still free to choose.</param>
internal sealed record DefinitionFormModel(DefinitionForm Form, bool IsNew, IReadOnlyList<Store> Stores, FormFaults Faults);

internal sealed record IssueOneModel(DefinitionView Definition, FormFaults Faults);

internal sealed record IssueManyModel(DefinitionView Definition, ReadChoices.Result Choices, FormFaults Faults);

internal sealed record BatchListModel(PageOf<BatchView> Found);

internal sealed record BatchModel(BatchView Batch, FormFaults Faults);

/// <summary>A voucher with its history.</summary>
internal sealed record VoucherModel(
    ReadVoucher.Result Read,
    IReadOnlyDictionary<string, string> Stores,
    bool MayReveal,
    bool MayManage,
    string? Code,
    FormFaults Faults);

/// <param name="Members">How many would get one; null where the form does not say it yet.</param>
internal sealed record RecipientsModel(long? Members);
