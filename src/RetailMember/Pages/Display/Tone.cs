using System.Text.Json.Serialization;

namespace RetailMember.Pages.Display;

/// <summary>What a colour is to say.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Tone>))]
public enum Tone
{
    Neutral,
    Primary,
    Success,
    Warning,
    Danger,
    Info,
}

public static class Tones
{
    /// <summary>The theme's word for a tone, as in <c>btn-danger</c>, <c>bg-success-lt</c>, <c>alert-info</c>.</summary>
    public static string Css(this Tone tone) => tone switch
    {
        Tone.Primary => "primary",
        Tone.Success => "success",
        Tone.Warning => "warning",
        Tone.Danger => "danger",
        Tone.Info => "info",
        _ => "secondary",
    };

    public static string IconName(this Tone tone) => tone switch
    {
        Tone.Success => "circle-check",
        Tone.Warning => "alert-triangle",
        Tone.Danger => "alert-circle",
        _ => "info-circle",
    };
}
