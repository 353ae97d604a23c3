using MethodCenter.Domain.Territory.Accounts;

namespace MethodCenter.Domain.Tests.Territory.Accounts;

public sealed class AccountTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_role_of_one_organisation_needs_it_and_others_must_not_have_it()
    {
        var account = Person();

        account.GrantRole(Role.SchoolOperator, null, null).Error!.Code.ShouldBe("account.organisation-required");
        account
            .GrantRole(Role.Methodist, Guid.NewGuid(), null)
            .Error!.Code.ShouldBe("account.organisation-not-allowed");
    }

    [Fact]
    public void A_role_is_granted_once_for_each_organisation()
    {
        var account = Person();
        var (first, second) = (Guid.NewGuid(), Guid.NewGuid());

        account.GrantRole(Role.Curator, first, "приказ 1").Refused.ShouldBeFalse();
        account.GrantRole(Role.Curator, second, null).Refused.ShouldBeFalse();
        account.GrantRole(Role.Curator, first, null).Error.ShouldBe(AccountErrors.AlreadyGranted);
        account.RevokeRole(account.Grants[0].Id).Refused.ShouldBeFalse();
        account.RevokeRole(Guid.NewGuid()).Error.ShouldBe(AccountErrors.GrantNotFound);
        account.Grants.ShouldHaveSingleItem().OrganisationId.ShouldBe(second);
    }

    [Fact]
    public void A_program_has_no_password() =>
        Account
            .Register(AccountKind.Service, "robot", "Робот", null)
            .SetPassword("x")
            .Error.ShouldBe(AccountErrors.ServiceHasNoPassword);

    [Fact]
    public void Logins_do_not_differ_by_case() =>
        Account.Register(AccountKind.Person, "Ivanova", "Иванова", null).Login.ShouldBe("ivanova");

    [Fact]
    public void A_key_is_usable_until_it_expires_or_is_revoked()
    {
        var account = Person();
        var key = account.AddKey("скрипт", "mck_abc", new byte[32], Now, Now.AddDays(1)).Value;

        key.IsUsable(Now.AddDays(1).AddTicks(-1)).ShouldBeTrue();
        key.IsUsable(Now.AddDays(1)).ShouldBeFalse();
        account.RevokeKey(key.Id, Now).Refused.ShouldBeFalse();
        key.IsUsable(Now).ShouldBeFalse();
        account.RevokeKey(key.Id, Now).Error.ShouldBe(AccountErrors.KeyAlreadyRevoked);
        account.RevokeKey(Guid.NewGuid(), Now).Error.ShouldBe(AccountErrors.KeyNotFound);
    }

    [Fact]
    public void A_key_cannot_expire_in_the_past() =>
        Person().AddKey("скрипт", "mck_abc", new byte[32], Now, Now).Error.ShouldBe(AccountErrors.KeyExpiresInPast);

    [Fact]
    public void Only_usable_keys_count_against_the_limit()
    {
        var account = Person();
        for (var number = 0; number < Account.MostKeys; number++)
        {
            account.AddKey($"ключ {number}", "mck_abc", new byte[32], Now, null).Refused.ShouldBeFalse();
        }

        account.AddKey("лишний", "mck_abc", new byte[32], Now, null).Error.ShouldBe(AccountErrors.TooManyKeys);
        account.RevokeKey(account.Keys[0].Id, Now);
        account.AddKey("вместо", "mck_abc", new byte[32], Now, null).Refused.ShouldBeFalse();
    }

    [Fact]
    public void Blocking_is_undone_once()
    {
        var account = Person();

        account.Unblock().Error.ShouldBe(AccountErrors.NotBlocked);
        account.Block(byAccountId: Guid.NewGuid()).Refused.ShouldBeFalse();
        account.Block(byAccountId: null).Error.ShouldBe(AccountErrors.AlreadyBlocked);
        account.Unblock().Refused.ShouldBeFalse();
        account.IsBlocked.ShouldBeFalse();
    }

    [Fact]
    public void Nobody_blocks_himself()
    {
        var account = Person();

        account.Block(byAccountId: account.Id).Error.ShouldBe(AccountErrors.CannotBlockSelf);
        account.IsBlocked.ShouldBeFalse();
    }

    [Fact]
    public void Nobody_is_made_an_administrator_of_the_system() =>
        Person().GrantRole(Role.SystemAdministrator, null, null).Error!.Code.ShouldBe("account.may-not-grant");

    [Fact]
    public void Roles_are_bounded()
    {
        var account = Person();
        for (var number = 0; number < Account.MostGrants; number++)
        {
            account.GrantRole(Role.Curator, Guid.NewGuid(), null).Refused.ShouldBeFalse();
        }

        account.GrantRole(Role.Curator, Guid.NewGuid(), null).Error.ShouldBe(AccountErrors.TooManyGrants);
    }

    [Fact]
    public void Only_links_that_are_open_count_against_the_limit()
    {
        var account = Person();
        for (var number = 0; number < Account.MostCalendarLinks; number++)
        {
            Link(account).Refused.ShouldBeFalse();
        }

        Link(account).Error.ShouldBe(CalendarLinkErrors.TooMany);
        account.RevokeCalendarLink(account.CalendarLinks[0].Id, Now).Refused.ShouldBeFalse();
        Link(account).Refused.ShouldBeFalse();

        static Result<CalendarLink> Link(Account account) =>
            account.AddCalendarLink(CalendarSubject.Course, Guid.NewGuid(), new byte[CalendarLink.HashLength], Now);
    }

    [Fact]
    public void A_link_is_revoked_once()
    {
        var account = Person();
        var link = account
            .AddCalendarLink(CalendarSubject.Room, Guid.NewGuid(), new byte[CalendarLink.HashLength], Now)
            .Value;

        account.RevokeCalendarLink(Guid.NewGuid(), Now).Error.ShouldBe(CalendarLinkErrors.NotFound);
        account.RevokeCalendarLink(link.Id, Now).Refused.ShouldBeFalse();
        account.RevokeCalendarLink(link.Id, Now.AddDays(1)).Error.ShouldBe(CalendarLinkErrors.AlreadyRevoked);
        link.RevokedAt.ShouldBe(Now);
    }

    private static Account Person() => Account.Register(AccountKind.Person, "user", "Пользователь", null);
}
