using RetailMember.Brands;
using RetailMember.Membership.Data;
using RetailMember.Membership.Pages.Programmes.Reading;
using RetailMember.Membership.Programmes;
using RetailMember.Pages.Forms;

namespace RetailMember.Membership.Pages.Programmes.Editing;

/// <summary>What every form of a draft has.</summary>
/// <param name="Index">Of the entry in its list; null for a new one, and for what there is one of.</param>
internal sealed record PartFrameModel(
    int Version,
    long Revision,
    string Part,
    bool IsList,
    int? Index,
    ProgrammeDocument Document,
    ProgrammeWords Words,
    IReadOnlyList<Store> Stores,
    FormFaults Faults)
{
    public bool IsNew => IsList && Index is null;

    public IReadOnlyList<Choice> TierChoices =>
        [.. Document.TierSet.Tiers.OrderBy(t => t.Rank).Select(t => new Choice(t.Code, Words.Name(t.Name)))];

    public IReadOnlyList<Choice> StoreChoices => [.. Stores.Select(s => new Choice(s.Code, s.Name))];
}

/// <summary>The form of one part.</summary>
internal sealed record PartModel<TForm>(PartFrameModel Frame, TForm Form);

/// <summary>What the form of a part sends.</summary>
/// <param name="Revision">Of the draft when the form was opened.</param>
internal sealed record PartInput<TForm>(long Revision, TForm Part);
