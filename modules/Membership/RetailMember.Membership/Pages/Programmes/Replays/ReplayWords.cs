using RetailMember.Membership.Pages.Members;
using RetailMember.Membership.Programmes.Replay;
using RetailMember.Pages.Display;
using RetailMember.Texts;

namespace RetailMember.Membership.Pages.Programmes.Replays;

/// <summary>What replays, their states and results are called on pages.</summary>
internal static class ReplayWords
{
    public static string Of(this ITexts texts, ReplayState state) =>
        texts["membership.replays.state." + EnumCode.Of(state)];

    public static Tone Tone(this ReplayState state) => state switch
    {
        ReplayState.Done => RetailMember.Pages.Display.Tone.Success,
        ReplayState.Failed => RetailMember.Pages.Display.Tone.Danger,
        ReplayState.Cancelling or ReplayState.Interrupted => RetailMember.Pages.Display.Tone.Warning,
        ReplayState.Cancelled => RetailMember.Pages.Display.Tone.Neutral,
        _ => RetailMember.Pages.Display.Tone.Info,
    };

    /// <summary>The whole of it in one sentence; the dialog of activation says it.</summary>
    public static string Headline(this ITexts texts, ReplayView replay, ReplayHeadline headline) => texts.Format(
        "membership.replays.headline",
        [
            ("from", Figures.Day(replay.From)), ("to", Figures.Day(replay.To)),
            ("points", Figures.Whole(headline.PointsChange, withSign: true)),
            ("value", Figures.Yuan(headline.ValueChange, withSign: true)),
            ("discount", Figures.Yuan(headline.DiscountChange, withSign: true)),
            ("gainers", Figures.Whole(headline.Gainers)), ("losers", Figures.Whole(headline.Losers)),
            ("moves", Figures.Whole(headline.TierMoves)),
        ]);

    public static string Control(this ITexts texts, ReplayControl control) => texts.Format(
        "membership.replays.inexact",
        [
            ("members", Figures.Whole(control.Members)), ("late", Figures.Whole(control.LateMembers)),
            ("receipts", Figures.Whole(control.Receipts)), ("points", Figures.Whole(control.PointsOff, withSign: true)),
        ]);

    /// <summary>A step of the distribution: <c>+11 – +100</c>.</summary>
    public static string Step(ReadReplay.Change change) => change switch
    {
        { Least: 0, Most: 0 } => "0",
        { Least: null, Most: { } most } => "≤ " + Figures.Whole(most),
        { Least: { } least, Most: null } => "≥ " + Figures.Whole(least, withSign: true),
        _ => Figures.Whole(change.Least!.Value, withSign: true) + " … " + Figures.Whole(change.Most!.Value, withSign: true),
    };
}
