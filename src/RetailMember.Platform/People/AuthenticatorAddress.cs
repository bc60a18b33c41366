namespace RetailMember.Platform.People;

/// <summary>What an authenticator app reads from the QR code.</summary>
internal static class AuthenticatorAddress
{
    public static string Of(string userName, string key) =>
        $"otpauth://totp/RetailMember:{Uri.EscapeDataString(userName)}?secret={key}&issuer=RetailMember&digits=6";
}
