using MethodCenter.Infrastructure.Persistence.Providers;
using Npgsql;

namespace MethodCenter.Infrastructure.Tests.Persistence;

/// <summary>What the service adds to the connection string of PostgreSQL, and what it leaves alone.</summary>
public sealed class ConnectionStringTests
{
    [Fact]
    public void Commands_that_come_again_are_prepared()
    {
        var made = new NpgsqlConnectionStringBuilder(
            ProviderRegistration.ForPostgreSql("Host=db.example.org;Database=methodcenter;Username=it")
        );

        made.MaxAutoPrepare.ShouldBeGreaterThan(0);
        made.NoResetOnClose.ShouldBeTrue();
        made.Host.ShouldBe("db.example.org");
        made.Database.ShouldBe("methodcenter");
    }

    [Theory]
    [InlineData("Max Auto Prepare=0;No Reset On Close=false", 0, false)]
    [InlineData("MaxAutoPrepare=0;NoResetOnClose=false", 0, false)]
    [InlineData("max auto prepare=7", 7, true)]
    public void What_the_string_says_counts(string said, int prepared, bool unreset)
    {
        var made = new NpgsqlConnectionStringBuilder(ProviderRegistration.ForPostgreSql($"Host=here;{said}"));

        made.MaxAutoPrepare.ShouldBe(prepared);
        made.NoResetOnClose.ShouldBe(unreset);
    }
}
