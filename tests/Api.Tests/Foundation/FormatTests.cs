using System.IO.Compression;
using System.Text.Json.Nodes;

namespace MethodCenter.Api.Tests.Foundation;

/// <summary>One way to choose a format, and answers that are sent compressed and not twice.</summary>
public sealed class FormatTests(FoundationService foundation) : IClassFixture<FoundationService>
{
    private const string Csv = "text/csv";
    private const string Xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    [Theory]
    [InlineData("/imports/employees/template", "text/csv", "text/csv")]
    [InlineData("/imports/employees/template", "*/*", Xlsx)]
    [InlineData("/imports/employees/template", "text/*", "text/csv")]
    [InlineData("/imports/employees/template", "application/x-ndjson;q=0.2, text/csv;q=0.8", "text/csv")]
    [InlineData("/imports/employees/template?format=csv", Xlsx, "text/csv")]
    [InlineData("/exports/employees", Xlsx, Xlsx)]
    [InlineData("/exports/employees?format=ndjson", "*/*", "application/x-ndjson")]
    [InlineData("/reports/courses?academicYear=2026-2027", Xlsx, Xlsx)]
    [InlineData("/reports/courses?academicYear=2026-2027&format=xlsx", "application/json", Xlsx)]
    [InlineData("/reports/courses?format=xlsx&academicYear=2026-2027", "*/*", Xlsx)]
    [InlineData("/reports/courses?academicYear=2026-2027", "text/html, */*;q=0.8", "application/json")]
    [InlineData("/courses?format=json", "*/*", "application/json")]
    public async Task The_format_is_that_of_Accept_or_of_its_alias(string address, string accept, string type)
    {
        var world = await foundation.NewWorldAsync();

        var response = await SendAsync(world, address, ("Accept", accept));

        response.StatusCode.ShouldBe(
            HttpStatusCode.OK,
            await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)
        );
        response.Content.Headers.ContentType!.MediaType.ShouldBe(type);
    }

    [Theory]
    [InlineData("/courses", "text/csv", "application/json")]
    [InlineData("/imports/employees/template", "application/json", Csv)]
    [InlineData("/reports/courses?academicYear=2026-2027", "application/pdf", Xlsx)]
    [InlineData("/courses", "application/json;q=0", "application/json")]
    public async Task What_there_is_not_is_406_and_says_what_there_is(string address, string accept, string known)
    {
        var world = await foundation.NewWorldAsync();

        var answer = await world.Api.GetAsync(address, ("Accept", accept));

        answer.Status.ShouldBe(HttpStatusCode.NotAcceptable);
        answer.ErrorCode.ShouldBe("request.not-acceptable");
        ((string)answer["detail"]!).ShouldContain(known);
    }

    [Theory]
    [InlineData("/courses?format=xlsx", "json")]
    [InlineData("/reports/courses?academicYear=2026-2027&format=csv", "json, xlsx")]
    [InlineData("/imports/employees/template?format=pdf", "csv, xlsx, ndjson")]
    public async Task A_name_that_is_none_is_refused_with_those_that_are(string address, string known)
    {
        var world = await foundation.NewWorldAsync();

        var answer = await world.Api.GetAsync(address);

        answer.Status.ShouldBe(HttpStatusCode.BadRequest);
        answer.FieldErrors.ShouldBe(["format validation.unknown-value"]);
        ((string)answer["errors.0.message"]!).ShouldContain(known);
    }

    [Theory]
    [InlineData("gzip", "gzip")]
    [InlineData("gzip, deflate, br", "br")]
    [InlineData("br;q=0, *", "gzip")]
    [InlineData("identity", null)]
    public async Task A_list_is_compressed_as_the_client_accepts(string accepts, string? coding)
    {
        var world = await foundation.NewWorldAsync();

        var response = await SendAsync(world, "/positions?limit=500", ("Accept-Encoding", accepts));
        var plain = (await world.Api.GetAsync("/positions?limit=500")).Text;

        plain.Length.ShouldBeGreaterThan(1024);
        response.Content.Headers.ContentEncoding.ShouldBe(coding is null ? [] : [coding]);
        JsonNode
            .DeepEquals(JsonNode.Parse(await DecodedAsync(response)), JsonNode.Parse(plain))
            .ShouldBeTrue("compressed it says the same");
    }

    [Fact]
    public async Task A_short_list_is_sent_as_it_is()
    {
        var world = await foundation.NewWorldAsync();

        var response = await SendAsync(world, "/courses", ("Accept-Encoding", "br"));

        response.Content.Headers.ContentEncoding.ShouldBeEmpty();
        response.Headers.Vary.ShouldContain("Accept-Encoding");
    }

    [Theory]
    [InlineData("/swagger/v1/swagger.json")]
    [InlineData("/swagger/v1/page.json")]
    [InlineData("/swagger/v1/operations/RegisterCourse.json")]
    [InlineData("/swagger/v1-en/refusals.html")]
    [InlineData("/swagger/page.js")]
    public async Task Document_and_page_are_compressed_and_not_sent_twice(string address)
    {
        var world = await foundation.NewWorldAsync();

        var plain = await SendAsync(world, address);
        var packed = await SendAsync(world, address, ("Accept-Encoding", "br"));
        var again = await SendAsync(world, address, ("If-None-Match", packed.Headers.ETag!.ToString()));

        packed.Content.Headers.ContentEncoding.ShouldBe(["br"]);
        (await DecodedAsync(packed)).ShouldBe(
            await plain.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)
        );
        packed.Headers.ETag.ShouldNotBe(plain.Headers.ETag, "another coding is another representation");
        again.StatusCode.ShouldBe(HttpStatusCode.NotModified);
        (await again.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("/swagger/page.js?v=2")]
    [InlineData("/swagger/v1/swagger.json?v=2")]
    [InlineData("/?utm_source=x")]
    [InlineData("/health/live?probe=1")]
    public async Task Pages_and_probes_take_no_notice_of_what_a_link_adds(string address)
    {
        var world = await foundation.NewWorldAsync();

        var response = await SendAsync(world, address);

        ((int)response.StatusCode).ShouldBeLessThan(400);
    }

    [Fact]
    public async Task The_address_of_the_service_leads_to_the_page()
    {
        var world = await foundation.NewWorldAsync();

        var response = await SendAsync(world, "/");

        response.StatusCode.ShouldBe(HttpStatusCode.Found);
        response.Headers.Location!.ToString().ShouldBe("/swagger/index.html");
    }

    private static async Task<HttpResponseMessage> SendAsync(
        World world,
        string address,
        params (string Name, string Value)[] headers
    )
    {
        using var client = world.Service.CreateClient(
            new Microsoft.AspNetCore.Mvc.Testing.WebApplicationFactoryClientOptions { AllowAutoRedirect = false }
        );
        string[] outside = ["/?", "/swagger", "/health"];
        var path =
            address == "/" || outside.Any(start => address.StartsWith(start, StringComparison.Ordinal))
                ? address
                : $"/api/v1{address}";
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Add("X-Api-Key", TestService.AdministratorKey);
        request.Headers.Add("X-Centre", world.Centre);
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return await client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    private static async Task<string> DecodedAsync(HttpResponseMessage response)
    {
        await using var content = await response.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken);
        await using Stream decoded = response.Content.Headers.ContentEncoding.SingleOrDefault() switch
        {
            "br" => new BrotliStream(content, CompressionMode.Decompress),
            "gzip" => new GZipStream(content, CompressionMode.Decompress),
            _ => content,
        };
        using var reader = new StreamReader(decoded);
        return await reader.ReadToEndAsync(TestContext.Current.CancellationToken);
    }
}
