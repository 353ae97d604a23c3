using MethodCenter.Infrastructure;
using Microsoft.AspNetCore.Builder;

namespace MethodCenter.Api.Tests.Security;

/// <summary>What the operator has written wrongly is told in a sentence, not by a stack trace.</summary>
public sealed class StartRefusalTests
{
    [Theory]
    [InlineData("foo")]
    [InlineData("http://127.0.0.1:0;foo:bar")]
    public async Task What_is_no_address_ends_the_start(string urls)
    {
        await using var app = WebApplication.CreateBuilder(["--urls", urls]).Build();

        var refusal = Should.Throw<StartRefusedException>(app.RefuseTakenPorts);

        refusal.Message.ShouldContain("«foo");
        refusal.Message.ShouldContain("is no address");
    }

    /// <summary>A service of its own: it is prepared once more.</summary>
    [Theory]
    [InlineData("")]
    [InlineData("short")]
    public async Task A_preset_key_that_is_too_short_ends_the_start(string key)
    {
        await using var service = await TestService.StartAsync();
        var options = new PreparationOptions(false, false, false, key);

        var refusal = await Should.ThrowAsync<StartRefusedException>(() =>
            Preparation.PrepareAsync(service.Services, options, TestContext.Current.CancellationToken)
        );

        refusal.Message.ShouldContain("Bootstrap:ApiKey");
    }
}
