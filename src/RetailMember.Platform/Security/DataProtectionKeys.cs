using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using RetailMember.Data;
using RetailMember.Platform.Data;

namespace RetailMember.Platform.Security;

/// <summary>A key that cookies and tokens are protected with, shared by all hosts, sealed with the master key.</summary>
internal sealed class DataProtectionKey
{
    public required string Name { get; init; }

    public required string Xml { get; init; }

    public static void Describe(ModelBuilder model) => model.Entity<DataProtectionKey>(key =>
    {
        key.HasKey(k => k.Name);
        key.Property(k => k.Name).HasMaxLength(PlatformDb.NameLength);
        key.Property(k => k.Xml).Unbounded();
    });
}

/// <summary>Keeps the framework's key ring in the database. The framework asks for it without waiting.</summary>
internal sealed class DatabaseKeyRepository(IServiceScopeFactory scopes) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements() => Task.Run(ReadAsync).GetAwaiter().GetResult();

    public void StoreElement(XElement element, string friendlyName) =>
        Task.Run(() => WriteAsync(element, friendlyName)).GetAwaiter().GetResult();

    private async Task<IReadOnlyCollection<XElement>> ReadAsync()
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PlatformDb>();
        var keys = await db.DataProtectionKeys.AsNoTracking().OrderBy(k => k.Name).ToListAsync();
        return [.. keys.Select(k => XElement.Parse(k.Xml))];
    }

    private async Task WriteAsync(XElement element, string friendlyName)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PlatformDb>();
        db.DataProtectionKeys.Add(new DataProtectionKey
        {
            Name = friendlyName,
            Xml = element.ToString(SaveOptions.DisableFormatting),
        });
        await db.SaveChangesAsync();
    }
}

/// <summary>Seals each key with the master key of personal data, so that a copy of the tables lets nobody in.</summary>
internal sealed class MasterKeyEncryptor(PersonalData personal) : IXmlEncryptor
{
    internal const string Purpose = "platform.data-protection";

    public EncryptedXmlInfo Encrypt(XElement plaintextElement) => new(
        new XElement("sealed", personal.Seal(plaintextElement.ToString(SaveOptions.DisableFormatting), Purpose)),
        typeof(MasterKeyDecryptor));
}

/// <summary>Made by the framework from the type's name in the stored key.</summary>
internal sealed class MasterKeyDecryptor(IServiceProvider services) : IXmlDecryptor
{
    public XElement Decrypt(XElement encryptedElement) => XElement.Parse(
        services.GetRequiredService<PersonalData>().Open(encryptedElement.Value, MasterKeyEncryptor.Purpose));
}

internal sealed class ConfigureKeyManagement(IServiceScopeFactory scopes, PersonalData personal)
    : IConfigureOptions<KeyManagementOptions>
{
    public void Configure(KeyManagementOptions options)
    {
        options.XmlRepository = new DatabaseKeyRepository(scopes);
        options.XmlEncryptor = new MasterKeyEncryptor(personal);
    }
}
