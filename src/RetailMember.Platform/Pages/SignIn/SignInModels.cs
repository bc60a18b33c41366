using RetailMember.Pages.Forms;

namespace RetailMember.Platform.Pages.SignIn;

/// <param name="ReturnTo">The page that was asked for before.</param>
internal sealed record SignInModel(string ReturnTo, FormFaults Faults);

/// <param name="Ticket">Proves that the password was right.</param>
internal sealed record CodeModel(string Ticket, string ReturnTo, FormFaults Faults);
