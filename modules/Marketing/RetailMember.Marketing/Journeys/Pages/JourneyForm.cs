using RetailMember.Marketing.Journeys.Editing;
using RetailMember.Marketing.Journeys.Rules;

namespace RetailMember.Marketing.Journeys.Pages;

/// <summary>A journey as its form has it: what belongs to another trigger than the chosen one does not count.</summary>
internal sealed record JourneyForm
{
    public static readonly JourneyForm Blank = new()
    {
        Journey = "", Terms = new Part { Name = new LocalName("", ""), Trigger = JourneyTrigger.Welcome, Template = "" },
    };

    public required string Journey { get; init; }

    public required Part Terms { get; init; }

    public EditJourney.Input ToInput() => new(Journey, Terms.ToTerms());

    public static JourneyForm Of(JourneyView view) => new() { Journey = view.Journey, Terms = Part.Of(view.Terms) };

    internal sealed record Part
    {
        public required LocalName Name { get; init; }
        public required JourneyTrigger Trigger { get; init; }
        public int? DaysBeforeBirthday { get; init; }
        public int? DaysBeforeExpiry { get; init; }
        public int? Months { get; init; }
        public int? DayOfMonth { get; init; }
        public string? Dates { get; init; }
        public bool EveryYear { get; init; }
        public string? ShopEvent { get; init; }
        public IReadOnlyList<string> Tiers { get; init; } = [];
        public string? Segment { get; init; }
        public int? WaitMinutes { get; init; }
        public required string Template { get; init; }
        public string? Voucher { get; init; }
        public OncePer Once { get; init; }

        public JourneyTerms ToTerms() => new()
        {
            Name = Name,
            Trigger = Trigger,
            Days = Trigger switch
            {
                JourneyTrigger.Birthday => DaysBeforeBirthday,
                JourneyTrigger.PointsExpiry => DaysBeforeExpiry,
                _ => null,
            },
            Months = Trigger == JourneyTrigger.Lapse ? Months : null,
            DayOfMonth = Trigger == JourneyTrigger.Goal ? DayOfMonth : null,
            Dates = Trigger == JourneyTrigger.Calendar ? DayList.Read(Dates) : [],
            EveryYear = Trigger == JourneyTrigger.Calendar && EveryYear,
            ShopEvent = Trigger == JourneyTrigger.ShopEvent ? ShopEvent : null,
            Tiers = Tiers,
            Segment = string.IsNullOrEmpty(Segment) ? null : Segment,
            WaitMinutes = Trigger.IsDated() ? 0 : WaitMinutes ?? 0,
            Template = Template,
            Voucher = string.IsNullOrEmpty(Voucher) ? null : Voucher,
            Once = Trigger.IsDated() ? OncePer.Occasion : Once,
        };

        public static Part Of(JourneyTerms t) => new()
        {
            Name = t.Name,
            Trigger = t.Trigger,
            DaysBeforeBirthday = t.Trigger == JourneyTrigger.Birthday ? t.Days : null,
            DaysBeforeExpiry = t.Trigger == JourneyTrigger.PointsExpiry ? t.Days : null,
            Months = t.Months,
            DayOfMonth = t.DayOfMonth,
            Dates = DayList.Write(t.Dates),
            EveryYear = t.EveryYear,
            ShopEvent = t.ShopEvent,
            Tiers = t.Tiers,
            Segment = t.Segment,
            WaitMinutes = t.WaitMinutes,
            Template = t.Template,
            Voucher = t.Voucher,
            Once = t.Once,
        };
    }
}
