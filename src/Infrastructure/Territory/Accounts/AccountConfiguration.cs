using MethodCenter.Domain.Territory.Accounts;
using MethodCenter.Domain.Territory.Employees;
using MethodCenter.Domain.Territory.Organisations;
using MethodCenter.Infrastructure.Persistence.Conventions;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MethodCenter.Infrastructure.Territory.Accounts;

internal sealed class AccountConfiguration : IEntityTypeConfiguration<Account>
{
    public void Configure(EntityTypeBuilder<Account> builder)
    {
        builder.ToTable("accounts");
        builder.Property(account => account.Login).Text(Account.LoginMaxLength);
        builder.Property(account => account.DisplayName).Text(Account.DisplayNameMaxLength);
        builder.Property(account => account.NameKey).Text(Account.NameKeyMaxLength);
        builder.Property(account => account.PasswordHash).HasMaxLength(Account.PasswordHashMaxLength);
        builder.Property(account => account.ExternalIssuer).HasMaxLength(Account.ExternalIssuerMaxLength);
        builder.Property(account => account.ExternalSubject).HasMaxLength(Account.ExternalSubjectMaxLength);
        builder.HasParts(account => account.Grants, nameof(Grant.AccountId));
        builder.HasParts(account => account.Keys, nameof(ApiKey.AccountId));
        builder.HasParts(account => account.CalendarLinks, nameof(CalendarLink.AccountId));
        builder.HasOne<Employee>().WithMany().HasForeignKey(account => account.EmployeeId);
        builder.HasIndex(account => account.Login).IsUnique();
        builder
            .HasIndex(account => new
            {
                account.CentreId,
                account.ExternalIssuer,
                account.ExternalSubject,
            })
            .IsUnique();
        builder.HasIndex(account => new { account.ExternalIssuer, account.ExternalSubject });
        builder.HasIndex(account => new
        {
            account.CentreId,
            account.NameKey,
            account.Id,
        });
    }
}

internal sealed class GrantConfiguration : IEntityTypeConfiguration<Grant>
{
    public void Configure(EntityTypeBuilder<Grant> builder)
    {
        builder.ToTable("grants");
        builder.Property(grant => grant.Act).HasMaxLength(Grant.ActMaxLength);
        builder.HasOne<Organisation>().WithMany().HasForeignKey(grant => grant.OrganisationId);
    }
}

internal sealed class ApiKeyConfiguration : IEntityTypeConfiguration<ApiKey>
{
    public void Configure(EntityTypeBuilder<ApiKey> builder)
    {
        builder.ToTable("api_keys");
        builder.Property(key => key.Name).Text(ApiKey.NameMaxLength);
        builder.Property(key => key.Prefix).Text(ApiKey.PrefixMaxLength);
        builder.Property(key => key.Hash).HasMaxLength(ApiKey.HashLength);
        builder.HasIndex(key => key.Hash).IsUnique();
    }
}

internal sealed class CalendarLinkConfiguration : IEntityTypeConfiguration<CalendarLink>
{
    public void Configure(EntityTypeBuilder<CalendarLink> builder)
    {
        builder.ToTable("calendar_links");
        builder.Property(link => link.Hash).HasMaxLength(CalendarLink.HashLength);
        builder.HasIndex(link => link.Hash).IsUnique();
    }
}
