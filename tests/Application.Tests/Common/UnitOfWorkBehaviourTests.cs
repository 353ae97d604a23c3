using MethodCenter.Application.Common.Behaviours;
using MethodCenter.Application.Common.Messaging;
using MethodCenter.Application.Common.Ports;
using MethodCenter.Domain.Common;
using Moq;

namespace MethodCenter.Application.Tests.Common;

public sealed class UnitOfWorkBehaviourTests
{
    private static readonly Error Refusal = Error.Conflict("test.refused");
    private readonly Mock<ITransaction> _transaction = new();
    private readonly Mock<IUnitOfWork> _unitOfWork = new();
    private readonly List<string> _steps = [];

    public UnitOfWorkBehaviourTests()
    {
        _unitOfWork.Setup(work => work.BeginAsync(It.IsAny<CancellationToken>())).ReturnsAsync(_transaction.Object);
        _unitOfWork
            .Setup(work => work.SaveAsync(It.IsAny<CancellationToken>()))
            .Callback(() => _steps.Add("save"))
            .ReturnsAsync((Error?)null);
        _transaction.Setup(one => one.CommitAsync(It.IsAny<CancellationToken>())).Callback(() => _steps.Add("commit"));
        _transaction.Setup(one => one.DisposeAsync()).Callback(() => _steps.Add("dispose"));
    }

    [Fact]
    public async Task A_success_is_saved_read_and_committed_once()
    {
        var response = await RunAsync(
            Answer<int>.AfterSave(_ =>
            {
                _steps.Add("answer");
                return Task.FromResult(7);
            })
        );

        response.Result.Value.ShouldBe(7);
        _steps.ShouldBe(["handle", "save", "answer", "commit", "dispose"]);
    }

    [Fact]
    public async Task A_refusal_is_neither_saved_nor_committed()
    {
        var response = await RunAsync(Refusal);

        response.Error.ShouldBe(Refusal);
        _steps.ShouldBe(["handle", "dispose"]);
    }

    [Fact]
    public async Task A_refused_save_is_not_committed_and_its_error_is_the_answer()
    {
        _unitOfWork.Setup(work => work.SaveAsync(It.IsAny<CancellationToken>())).ReturnsAsync(Refusal);

        var response = await RunAsync(1);

        response.Error.ShouldBe(Refusal);
        _steps.ShouldNotContain("commit");
    }

    [Fact]
    public async Task An_exception_of_the_handler_leaves_without_a_commit()
    {
        await Should.ThrowAsync<InvalidOperationException>(() =>
            Behaviour().Handle(new Sample(), CancellationToken.None, () => throw new InvalidOperationException())
        );

        _steps.ShouldBe(["dispose"]);
    }

    private Task<Answer<int>> RunAsync(Answer<int> outcome) =>
        Behaviour()
            .Handle(
                new Sample(),
                CancellationToken.None,
                () =>
                {
                    _steps.Add("handle");
                    return Task.FromResult(outcome);
                }
            );

    private UnitOfWorkBehaviour<Sample, Answer<int>> Behaviour() => new(_unitOfWork.Object);

    private sealed record Sample : ICommand<int>;
}
