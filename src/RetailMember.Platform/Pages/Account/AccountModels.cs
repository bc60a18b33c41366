using RetailMember.Pages.Display;
using RetailMember.Pages.Forms;
using RetailMember.Platform.People;

namespace RetailMember.Platform.Pages.Account;

/// <param name="First">The present password is one that somebody else gave.</param>
internal sealed record PasswordModel(string UserName, bool First, FormFaults Faults);

/// <param name="Key">What the app is to know.</param>
internal sealed record AuthenticatorModel(string UserName, string Key, FormFaults Faults)
{
    public string QrCode => QrImage.Of(AuthenticatorAddress.Of(UserName, Key));

    /// <summary>In fours, for typing.</summary>
    public string Spelled => string.Join(' ', Key.Chunk(4).Select(four => new string(four)));
}

/// <param name="Codes">Shown this once.</param>
internal sealed record RecoveryModel(IReadOnlyList<string> Codes);

internal sealed record RemovalModel(FormFaults Faults);
