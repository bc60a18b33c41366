using RetailMember.Redemption.Catalogue;
using RetailMember.Redemption.Catalogue.Rules;
using RetailMember.Texts;

namespace RetailMember.Redemption.Pages.Catalogue;

/// <summary>A reward as its form has it: what belongs to another kind than the chosen one does not count.</summary>
internal sealed record RewardForm
{
    public required string Reward { get; init; }

    public bool Withdrawn { get; init; }

    public required Part Terms { get; init; }

    public EditReward.Input ToInput() => new(Reward, Terms.ToTerms(), Withdrawn);

    public static RewardForm Blank() => new()
    {
        Reward = "", Terms = new Part { Name = new LocalName("", ""), Kind = RewardKind.Goods, Points = null },
    };

    public static RewardForm Of(ReadReward.Result read) =>
        new() { Reward = read.Reward, Withdrawn = read.Withdrawn, Terms = Part.Of(read.Terms) };

    internal sealed record Part
    {
        public required LocalName Name { get; init; }
        public required RewardKind Kind { get; init; }
        public required long? Points { get; init; }
        public IReadOnlyList<ConditionalPrice> Prices { get; init; } = [];
        public string? Article { get; init; }
        public StockKind Stock { get; init; }

        /// <summary>The most of each period; left out where there is no limit.</summary>
        public IReadOnlyDictionary<string, int> Limits { get; init; } = new Dictionary<string, int>();

        public IReadOnlyList<string> Tiers { get; init; } = [];
        public IReadOnlyList<string> Stores { get; init; } = [];
        public DateOnly? From { get; init; }
        public DateOnly? To { get; init; }
        public int HoldDays { get; init; } = RewardTerms.UsualHoldDays;
        public string? VoucherDefinition { get; init; }
        public ServicePart Service { get; init; } = new();
        public RightPart Right { get; init; } = new();

        public RewardTerms ToTerms() => new()
        {
            Name = Name,
            Kind = Kind,
            Article = Kind == RewardKind.Goods && !string.IsNullOrWhiteSpace(Article) ? Article.Trim() : null,
            Points = Points ?? 0,
            Prices = Prices,
            Stock = Stock,
            Limits = [.. Enum.GetValues<LimitPeriod>().Where(p => Limits.ContainsKey(EnumCode.Of(p)))
                .Select(p => new RewardLimit(p, Limits[EnumCode.Of(p)]))],
            Tiers = Tiers,
            Stores = Stores,
            From = From,
            To = To,
            HoldDays = HoldDays,
            VoucherDefinition = Kind == RewardKind.Coupon ? VoucherDefinition : null,
            Service = Kind == RewardKind.Service ? Service.ToTerms() : null,
            Right = Kind == RewardKind.Right ? new RightTerms(Right.Name ?? "", Right.Parameter ?? "") : null,
        };

        public static Part Of(RewardTerms t) => new()
        {
            Name = t.Name,
            Kind = t.Kind,
            Article = t.Article,
            Points = t.Points,
            Prices = t.Prices,
            Stock = t.Stock,
            Limits = t.Limits.ToDictionary(l => EnumCode.Of(l.Period), l => l.Most),
            Tiers = t.Tiers,
            Stores = t.Stores,
            From = t.From,
            To = t.To,
            HoldDays = t.HoldDays,
            VoucherDefinition = t.VoucherDefinition,
            Service = ServicePart.Of(t.Service),
            Right = new RightPart { Name = t.Right?.Name, Parameter = t.Right?.Parameter },
        };
    }

    internal sealed record ServicePart
    {
        public int? Uses { get; init; }
        public int? Days { get; init; }
        public int? PaceMost { get; init; }
        public LimitPeriod PacePeriod { get; init; }
        public int? PerDay { get; init; }

        public ServiceTerms ToTerms() => new()
        {
            Uses = Uses ?? 0,
            Days = Days ?? 0,
            PerDay = PerDay,
            Pace = PaceMost is { } most ? new RewardLimit(PacePeriod, most) : null,
        };

        public static ServicePart Of(ServiceTerms? t) => new()
        {
            Uses = t?.Uses,
            Days = t?.Days,
            PaceMost = t?.Pace?.Most,
            PacePeriod = t?.Pace?.Period ?? LimitPeriod.Month,
            PerDay = t?.PerDay,
        };
    }

    internal sealed record RightPart
    {
        public string? Name { get; init; }
        public string? Parameter { get; init; }
    }
}
