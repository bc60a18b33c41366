using RetailMember.Membership.Programmes;

namespace RetailMember.Membership.Pages.Programmes.Editing.Parts;

internal sealed class EarningRuleList() : ListPart<EarningRule, EarningRuleForm>("earning-rules", "$.earningRules")
{
    protected override IReadOnlyList<EarningRule> Items(ProgrammeDocument document) => document.EarningRules;

    protected override ProgrammeDocument With(ProgrammeDocument document, IReadOnlyList<EarningRule> items) =>
        document with { EarningRules = items };

    protected override EarningRuleForm Blank(ProgrammeDocument document) => new()
    {
        Code = "",
        Name = new LocalName("", ""),
        Kind = EarningKind.Ratio,
        Enabled = true,
        Give = 1,
        Multiplied = true,
    };

    protected override EarningRuleForm FormOf(EarningRule item)
    {
        var money = item.Basis.IsMoney();
        return new()
        {
            Code = item.Code,
            Name = item.Name,
            Enabled = item.Enabled,
            Unit = item.Unit,
            Kind = item.Kind,
            Basis = item.Basis,
            Per = Units.Shown(item.Per, money),
            Give = item.Give,
            WholeSteps = item.WholeSteps,
            AtLeast = Units.Shown(item.AtLeast, money),
            Bands = [.. item.Bands.Select(b => new BandForm(Units.Shown(b.From, money), b.Give))],
            Categories = string.Join(", ", item.Categories),
            ExceptCategories = string.Join(", ", item.ExceptCategories),
            Stores = item.Stores,
            Multiplied = item.Multiplied,
        };
    }

    /// <summary>What the form hides for the kind chosen says nothing.</summary>
    protected override EarningRule ItemOf(EarningRuleForm form)
    {
        var money = form.Basis.IsMoney();
        var staged = form.Kind is EarningKind.StagedFixed or EarningKind.StagedRatio;
        var plain = new EarningRule { Code = form.Code, Name = form.Name, Kind = form.Kind };
        return plain with
        {
            Enabled = form.Enabled,
            Unit = form.Unit,
            Basis = form.Basis,
            Per = form.Kind is EarningKind.Ratio or EarningKind.StagedRatio ? Units.Whole(form.Per, money, "per") : plain.Per,
            Give = staged ? plain.Give : form.Give,
            WholeSteps = form.Kind == EarningKind.Ratio && form.WholeSteps,
            AtLeast = form.Kind == EarningKind.Fixed ? Units.Whole(form.AtLeast, money, "atLeast") : plain.AtLeast,
            Bands = staged ? [.. form.Bands.Select((band, i) => Band(band, i, money))] : [],
            Categories = Units.Listed(form.Categories),
            ExceptCategories = Units.Listed(form.ExceptCategories),
            Stores = form.Stores,
            Multiplied = form.Multiplied,
        };
    }

    // A staged rule's rate is checked at '.bands[i].give', its list at '.bands'.
    protected override string FieldWithin(string path, EarningRule item) => path == "bands" ? "bands[0].from" : path;

    private static EarningBand Band(BandForm band, int row, bool money) => new(
        Units.Whole(band.From ?? 0, money, FormattableString.Invariant($"bands[{row}].from")), band.Give ?? 0);
}
