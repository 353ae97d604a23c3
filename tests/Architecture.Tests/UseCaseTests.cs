using System.Reflection;
using FluentValidation;
using MediatR;
using MethodCenter.Application.Common.Messaging;
using MethodCenter.Application.Common.Reports;
using MethodCenter.Application.Common.Security;
using MethodCenter.Application.Improvement.SupportProgrammes;
using MethodCenter.Domain.Territory.Accounts;

namespace MethodCenter.Architecture.Tests;

/// <summary>The shape of use cases.</summary>
public sealed class UseCaseTests
{
    [Fact]
    public void Every_request_declares_exactly_one_permission() =>
        Code.Requests.Where(type => type.GetCustomAttributes<PermissionAttribute>(false).Count() != 1).ShouldBeEmpty();

    [Fact]
    public void Every_permission_is_held_by_some_role_and_every_held_one_is_needed()
    {
        var needed = Code.Requests.Select(type => PermissionAttribute.Of(type).Permission).ToHashSet();
        var held = Enum.GetValues<Role>().SelectMany(role => RolePermissions.Of(role)).ToHashSet();

        // Asked by the pipeline of all reports, besides the one of the request.
        needed.Add(ReportPermissions.ReadDetails);

        // Asked for the official risk profile, besides the right to a school's own diagnosis.
        needed.Add(ParticipationPermissions.Profile);
        needed.Except(held).ShouldBeEmpty();
        held.Except(needed).ShouldBeEmpty();
    }

    [Fact]
    public void Every_request_has_one_handler()
    {
        foreach (var request in Code.Requests)
        {
            Code.Application.Written()
                .Count(type =>
                    type.GetInterfaces()
                        .Any(contract =>
                            contract.IsGenericType
                            && contract.GetGenericTypeDefinition() == typeof(IRequestHandler<,>)
                            && contract.GetGenericArguments()[0] == request
                        )
                )
                .ShouldBe(1, request.Name);
        }
    }

    [Fact]
    public void Handlers_validators_and_reactions_are_internal_and_sealed() =>
        Code
            .Application.Written()
            .Where(type => type is { IsAbstract: false, IsClass: true } && type.GetInterfaces().Any(IsWork))
            .Where(type => type.IsVisible || !type.IsSealed)
            .Select(type => type.Name)
            .ShouldBeEmpty();

    [Fact]
    public void Requests_are_sealed_public_records() =>
        Code
            .Requests.Where(type => !type.IsSealed || !type.IsVisible || type.GetMethod("<Clone>$") is null)
            .Select(type => type.Name)
            .ShouldBeEmpty();

    [Fact]
    public void A_use_case_is_one_file_named_after_its_request()
    {
        var files = Code.Files("Application").ToDictionary(file => file.Path, file => file.Text);
        foreach (var request in Code.Requests)
        {
            var own = files.Where(file => Path.GetFileNameWithoutExtension(file.Key) == request.Name).ToList();
            own.Count.ShouldBe(1, $"a file {request.Name}.cs");
            own[0].Value.ShouldContain($"record {request.Name}");
            own[0].Value.ShouldContain($"class {request.Name}Handler");
            var folder = "Application/" + string.Join('/', request.Namespace!.Split('.').Skip(2));
            own[0].Key.ShouldBe($"{folder}/{request.Name}.cs");
        }
    }

    [Fact]
    public void Handlers_do_not_save() =>
        Code.Files("Application")
            .Where(file => file.Text.Contains("SaveChanges", StringComparison.Ordinal))
            .Select(file => file.Path)
            .ShouldBeEmpty();

    [Fact]
    public void Read_models_have_members_to_set_and_no_positions()
    {
        var models = Code.Requests.SelectMany(ModelsOf).Where(type => type.Assembly == Code.Application).ToHashSet();
        models.ShouldNotBeEmpty();

        models
            .Where(type => !type.IsGenericType && type.GetMethod("Deconstruct") is not null)
            .Select(type => type.Name)
            .ShouldBeEmpty();
        models
            .SelectMany(type =>
                type.GetProperties().Where(member => member.SetMethod?.IsPublic == true && !IsInit(member))
            )
            .Select(member => $"{member.DeclaringType!.Name}.{member.Name}")
            .ShouldBeEmpty();
    }

    [Fact]
    public void No_use_case_runs_another() =>
        Code
            .Application.Written()
            .Where(type => type.GetInterfaces().Any(IsWork))
            .Where(type =>
                type.GetConstructors()
                    .SelectMany(constructor => constructor.GetParameters())
                    .Any(parameter =>
                        parameter.ParameterType == typeof(IDispatcher) || parameter.ParameterType == typeof(IMediator)
                    )
            )
            .Select(type => type.Name)
            .ShouldBeEmpty();

    private static IEnumerable<Type> ModelsOf(Type request) =>
        request
            .GetInterfaces()
            .Where(contract =>
                contract.IsGenericType
                && contract.GetGenericTypeDefinition() is var open
                && (open == typeof(ICommand<>) || open == typeof(IQuery<>))
            )
            .SelectMany(contract => Within(contract.GetGenericArguments()[0]));

    private static IEnumerable<Type> Within(Type type) =>
        type.IsGenericType ? type.GetGenericArguments().SelectMany(Within) : [type];

    private static bool IsInit(PropertyInfo member) =>
        member
            .SetMethod!.ReturnParameter.GetRequiredCustomModifiers()
            .Contains(typeof(System.Runtime.CompilerServices.IsExternalInit));

    private static bool IsWork(Type contract) =>
        contract.IsGenericType
        && contract.GetGenericTypeDefinition() is var open
        && (
            open == typeof(IRequestHandler<,>) || open == typeof(IValidator<>) || open == typeof(IDomainEventHandler<>)
        );
}
