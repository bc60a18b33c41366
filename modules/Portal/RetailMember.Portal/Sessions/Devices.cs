namespace RetailMember.Portal.Sessions;

/// <summary>What a device is called in the list of sessions.</summary>
internal static class Devices
{
    private const int Longest = 64;

    // The first word that fits: every iPhone's browser says Safari, every Android's says Linux.
    private static readonly string[] Known =
        ["MicroMessenger", "iPhone", "iPad", "HarmonyOS", "Android", "Windows", "Macintosh", "Linux"];

    /// <summary>By what a browser says of itself.</summary>
    public static string Of(string userAgent) =>
        Known.FirstOrDefault(k => userAgent.Contains(k, StringComparison.OrdinalIgnoreCase)) switch
        {
            "MicroMessenger" => "WeChat",
            "Macintosh" => "Mac",
            { } name => name,
            null => "",
        };

    public static string Clean(string? given)
    {
        var plain = new string([.. (given ?? "").Where(c => !char.IsControl(c))]).Trim();
        return plain.Length <= Longest ? plain : plain[..Longest];
    }
}
