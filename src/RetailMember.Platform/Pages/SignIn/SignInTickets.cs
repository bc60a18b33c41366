using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using RetailMember.Platform.Access;

namespace RetailMember.Platform.Pages.SignIn;

/// <summary>
/// Between password and code no server remembers anything: a sealed ticket in the form says for five minutes whose
/// password was right. It is void as soon as the person's badges are.
/// </summary>
internal sealed class SignInTickets(IDataProtectionProvider protection, AccessDirectory access)
{
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(5);

    private readonly ITimeLimitedDataProtector protector =
        protection.CreateProtector("RetailMember.Platform.SignIn").ToTimeLimitedDataProtector();

    public string Write(string userName)
    {
        var person = access.Current.People.Values.First(p => p.UserName.Equals(userName, StringComparison.OrdinalIgnoreCase));
        return protector.Protect($"{person.Id:N} {person.SecurityStamp}", Life);
    }

    public PersonAccess? Read(string ticket)
    {
        try
        {
            return protector.Unprotect(ticket).Split(' ') is [var id, var stamp]
                && access.Current.People.GetValueOrDefault(Guid.Parse(id)) is { } person && person.SecurityStamp == stamp
                    ? person
                    : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
