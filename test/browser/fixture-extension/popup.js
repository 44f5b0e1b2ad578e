const words = document.getElementById('words');
const said = document.getElementById('said');
document.getElementById('send').addEventListener('click', (event) => {
  said.textContent = `${event.isTrusted ? 'pressed' : 'scripted'}: ${words.value}`;
});
