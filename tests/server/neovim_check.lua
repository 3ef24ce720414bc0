-- Neovim's own LSP client against `scr-lint server`: open a draft, see the finding, fix the line, see
-- it go. Run it from the root of the source tree, with scr-lint on the path:
--   nvim --headless --clean -u NONE -l tests/server/neovim_check.lua       (Neovim 0.9 and newer)
--   nvim --headless --clean -u NONE -c 'luafile tests/server/neovim_check.lua'
-- Exit status 0 and "ok" when all went as it should.

if vim.fn.executable("scr-lint") == 0 then
  io.stdout:write("scr-lint is not on the path\n")
  vim.cmd("cquit 1")
end

local draft = vim.fn.tempname() .. ".md"
vim.fn.writefile({ "# Review", "", "🙂 The GP failed to reply.", "" }, draft)
vim.cmd("edit " .. draft)
local buffer = vim.api.nvim_get_current_buf()

local function say(text) io.stdout:write(text .. "\n") end

local function finish(text, status)
  say(text)
  vim.fn.delete(draft)
  vim.cmd(status == 0 and "qall!" or "cquit 1")
end

local function found()
  local lines = {}
  for _, d in ipairs(vim.diagnostic.get(buffer)) do
    if vim.startswith(tostring(d.code or (d.user_data and d.user_data.lsp.code)), "BL") then
      table.insert(lines, string.format("%d:%d %s", d.lnum + 1, d.col, d.message))
    end
  end
  return lines
end

local client = vim.lsp.start_client({ name = "scr-lint", cmd = { "scr-lint", "server" } })
vim.lsp.buf_attach_client(buffer, client)

if not vim.wait(60000, function() return #found() > 0 end, 50) then
  finish("no diagnostic came", 1)
end
say("opened: " .. table.concat(found(), " | "))

vim.api.nvim_buf_set_lines(buffer, 2, 3, false, { "🙂 The letter of 3 May is not on file." })
if not vim.wait(60000, function() return #found() == 0 end, 50) then
  finish("the diagnostic did not go: " .. table.concat(found(), " | "), 1)
end
say("after the fix: " .. #found() .. " findings")
finish("ok", 0)
