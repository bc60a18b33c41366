using RetailMember.Pages.Forms;
using RetailMember.Redemption.Pages.Shared;
using RetailMember.Redemption.Vouchers.Definitions;
using RetailMember.Redemption.Vouchers.Rules;
using RetailMember.Values;

namespace RetailMember.Redemption.Pages.Vouchers;

internal enum VoucherWorth
{
    Amount,
    Rate,
}

internal enum VoucherSpan
{
    Days,
    Dates,
}

/// <summary>A voucher definition as its form has it: what belongs to another kind than the chosen one does not count.</summary>
internal sealed record DefinitionForm
{
    public required string Definition { get; init; }

    public required Part Terms { get; init; }

    public EditVoucherDefinition.Input ToInput() => new(Definition, Terms.ToTerms());

    public static DefinitionForm Blank() => new()
    {
        Definition = "",
        Terms = new Part { Name = new LocalName("", ""), Validity = new SpanPart { Days = 30 } },
    };

    public static DefinitionForm Of(DefinitionView view) => new() { Definition = view.Definition, Terms = Part.Of(view.Terms) };

    internal sealed record Part
    {
        public required LocalName Name { get; init; }
        public VoucherWorth Worth { get; init; }
        public Money? Amount { get; init; }
        public decimal? PayRate { get; init; }
        public Money? Cap { get; init; }
        public Money MinimumSpend { get; init; }
        public string? Categories { get; init; }
        public IReadOnlyList<string> Stores { get; init; } = [];
        public required SpanPart Validity { get; init; }
        public bool Stackable { get; init; }
        public bool Transferable { get; init; }
        public bool PartialUse { get; init; }
        public int? MostPerMember { get; init; }

        public VoucherTerms ToTerms()
        {
            var isAmount = Worth == VoucherWorth.Amount;
            return new VoucherTerms
            {
                Name = Name,
                Amount = isAmount ? Amount : null,
                PayRate = isAmount ? null : PayRate,
                Cap = isAmount ? null : Cap,
                MinimumSpend = MinimumSpend,
                Categories = NameList.Split(Categories),
                Stores = Stores,
                Validity = Validity.ToValidity(),
                Stackable = Stackable,
                Transferable = Transferable,
                PartialUse = isAmount && PartialUse,
                MostPerMember = MostPerMember,
            };
        }

        public static Part Of(VoucherTerms t) => new()
        {
            Name = t.Name,
            Worth = t.PayRate is null ? VoucherWorth.Amount : VoucherWorth.Rate,
            Amount = t.Amount,
            PayRate = t.PayRate,
            Cap = t.Cap,
            MinimumSpend = t.MinimumSpend,
            Categories = NameList.Join(t.Categories),
            Stores = t.Stores,
            Validity = SpanPart.Of(t.Validity),
            Stackable = t.Stackable,
            Transferable = t.Transferable,
            PartialUse = t.PartialUse,
            MostPerMember = t.MostPerMember,
        };
    }

    internal sealed record SpanPart
    {
        public VoucherSpan Span { get; init; }
        public int StartsAfterDays { get; init; }
        public int? Days { get; init; }
        public DateOnly? From { get; init; }
        public DateOnly? To { get; init; }

        public Validity ToValidity() => Span == VoucherSpan.Days
            ? new Validity { StartsAfterDays = StartsAfterDays, Days = Days }
            : new Validity { From = From, To = To };

        public static SpanPart Of(Validity v) => new()
        {
            Span = v.IsRelative ? VoucherSpan.Days : VoucherSpan.Dates,
            StartsAfterDays = v.StartsAfterDays,
            Days = v.Days,
            From = v.From,
            To = v.To,
        };
    }
}
