using Xunit;

namespace MethodCenter.TestKit;

/// <summary>The PostgreSQL server of the test run.</summary>
public static class PostgreSqlServer
{
    public const string Variable = "METHODCENTER_TEST_POSTGRES";

    /// <summary>Connection string of the server. Without one the test is skipped with the reason; in CI it fails.</summary>
    public static string ConnectionString
    {
        get
        {
            var server = Environment.GetEnvironmentVariable(Variable);
            if (string.IsNullOrEmpty(server) && Environment.GetEnvironmentVariable("CI") == "true")
            {
                Assert.Fail($"{Variable} is not set: in CI the tests on PostgreSQL must run.");
            }

            Assert.SkipWhen(string.IsNullOrEmpty(server), $"{Variable} is not set: start one with eng/postgres.");
            return server!;
        }
    }
}
